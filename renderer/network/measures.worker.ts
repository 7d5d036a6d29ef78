import { type MeasureAsk, measuresOf } from './measures.ts'

addEventListener('message', ({ data }: MessageEvent<MeasureAsk>) => postMessage(measuresOf(data)))
