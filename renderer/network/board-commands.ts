/** What the board on the screen can be asked to do by actions; empty while none is shown. */
export const boardCommands: { fitView?: () => void; arrange?: () => void } = {}
