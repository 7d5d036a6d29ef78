import { describe, expect, test } from 'vitest'
import { findNamed } from './find-named.ts'

const tags = ['Key claim', 'Claims of credit', 'Claim', 'Disclaimer', 'Résumé']
const found = (query: string, byWord = false) => findNamed(tags, query, (tag) => [tag], byWord)

describe('what is typed to pick a name', () => {
  test('means the one called so before the one that begins so, and only then what holds it', () => {
    expect(found('claim')).toEqual({
      isThere: true,
      likely: ['Claim', 'Claims of credit'],
      others: ['Key claim', 'Disclaimer'],
    })
  })

  test('means something new where the words only stand elsewhere in names', () => {
    expect(found('aim')).toEqual({
      isThere: false,
      likely: [],
      others: ['Key claim', 'Claims of credit', 'Claim', 'Disclaimer'],
    })
  })

  test('may begin any word of a name where people are called by their surnames, in any order', () => {
    expect(found('claim', true).likely).toEqual(['Claim', 'Key claim', 'Claims of credit'])
    expect(found('cred cl', true).likely).toEqual(['Claims of credit'])
    expect(found('laim', true).likely).toEqual([])
  })

  test('is compared without regard to case, blanks and how an accent is kept', () => {
    expect(found('  KEY   Claim ').isThere).toBe(true)
    expect(found('Re\u0301sume\u0301').isThere).toBe(true)
    expect(found('').likely).toEqual(tags)
  })
})
