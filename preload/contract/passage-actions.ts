/**
 * What corrects a passage, for the list in actions.ts. U I J K lie in a square on the keyboards of most languages: the upper two move
 * where a passage begins, the lower two where it ends, the left ones back and the right ones on. They are no keys of the caret,
 * whose own stay the platform's.
 */
export const passageActions = [
  { id: 'passage.repeat', label: 'Repeat the last tag or entity', menu: 'Passage', key: 'Enter' },
  { id: 'resize.startBack', label: 'Begin the passage a word earlier', menu: 'Passage', key: 'U' },
  { id: 'resize.startOn', label: 'Begin the passage a word later', menu: 'Passage', key: 'I' },
  { id: 'resize.endBack', label: 'End the passage a word earlier', menu: 'Passage', key: 'J' },
  { id: 'resize.endOn', label: 'End the passage a word later', menu: 'Passage', key: 'K' },
  { id: 'passage.split', label: 'Split the passage at the caret', menu: 'Passage', key: 'S' },
  { id: 'passage.merge', label: 'Merge with an overlapping passage', menu: 'Passage', key: 'G' },
  { id: 'passage.outward', label: 'Choose the next passage on these words', menu: 'Passage', key: 'O' },
] as const
