import { tagColors } from '../../preload/contract/codebook.ts'
import { onOneLine } from '../../preload/contract/line.ts'
import type { CodebookRows } from './codebook.ts'
import { escaped } from './xml.ts'

/**
 * The codebook as programs of the field exchange it: REFI-QDA Codebook 1.0 (https://www.qdasoftware.org). It has no place for
 * the keys of tags, and none for an empty list of sets.
 */
export function codebookAsQdc({ tags, sets }: CodebookRows): string {
  const lines = ['<?xml version="1.0" encoding="utf-8"?>']
  lines.push('<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Ligature">', '  <Codes>')
  let open = 0
  const indent = (level: number) => '  '.repeat(Math.min(level, 20))
  const close = (level: number) => {
    for (; open >= level; open--) lines.push(`${indent(open + 1)}</Code>`)
  }
  for (const { tag, level } of tags) {
    close(level)
    lines.push(
      `${indent(level + 1)}<Code guid="${tag.id}" name="${name(tag.name)}" isCodable="true" color="${tagColors.light[tag.color - 1]}">`,
    )
    if (tag.description !== '')
      lines.push(`${indent(level + 2)}<Description>${escaped(tag.description)}</Description>`)
    open = level
  }
  close(1)
  lines.push('  </Codes>')
  if (sets.length > 0) {
    lines.push('  <Sets>')
    for (const { set, tagIds } of sets) {
      lines.push(`    <Set guid="${set.id}" name="${name(set.name)}">`)
      for (const id of tagIds) lines.push(`      <MemberCode guid="${id}"/>`)
      lines.push('    </Set>')
    }
    lines.push('  </Sets>')
  }
  lines.push('</CodeBook>', '')
  return lines.join('\n')
}

const name = (words: string) => escaped(onOneLine(words))
