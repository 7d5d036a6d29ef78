import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { draftOf } from '../draft-of.ts'

// Whole pages as publishers of several kinds build them, with words of our own: see ../testing/pages/.

const folder = join(import.meta.dirname, '../testing/pages')
/** Windows-1252 has these where Latin-1 has control characters. */
const windows = new Map([
  ['’', 0x92],
  ['–', 0x96],
])

async function read(name: string) {
  const page = readFileSync(join(folder, name), 'utf8')
  const bytes =
    name === 'old-tables.html'
      ? Uint8Array.from(page, (letter) => windows.get(letter) ?? letter.charCodeAt(0))
      : new TextEncoder().encode(page)
  return draftOf({ kind: 'html', name, bytes })
}

interface Told {
  title: string
  byline: string
  publisher: string
  publishedOn: string
  source: string
  language: string
  direction: 'ltr' | 'rtl'
}

const pages: [what: string, name: string, told: Told, lines: string[]][] = [
  [
    'a newspaper with data about itself, captions, boxes and a letter to sign up for',
    'news-site.html',
    {
      title: 'Salt company kept two sets of books, former clerk says',
      byline: 'Mira Holm, Jonas Okeke',
      publisher: 'The Estuary Post',
      publishedOn: '2023-11-05',
      source: 'https://www.estuarypost.example/2023/11/05/region/salt-company-books.html',
      language: 'en',
      direction: 'ltr',
    },
    [
      'title: Salt company kept two sets of books, former cler…',
      'paragraph: Weighing slips from nine years do not agree with…',
      'caption: The weighing house in Ostmar, where the slips we…',
      'paragraph: OSTMAR — For nine years the Ostmar Salt Company …',
      'paragraph: The clerk, Tomas Brede, 61, kept the carbon copi…',
      'paragraph: The Estuary Post compared 1,914 slips with the d…',
      'heading: What the harbour office knew',
      'paragraph: Dues are paid by the ton. If the slips are right…',
      'paragraph: A spokeswoman for the company, Ines Valk, wrote …',
      'quote: Nobody asked me for them. So I never said that I…',
      'paragraph: The harbour master, Rolf Anker, said that his of…',
      'paragraph: Ada Lund contributed reporting.',
      'paragraph: A correction was made on Nov. 6, 2023: An earlie…',
    ],
  ],
  [
    'a weblog with sharing, related posts and comments',
    'weblog.html',
    {
      title: 'A walk along the closed railway',
      byline: 'Winifred Hale',
      publisher: 'Notes from the Marsh',
      publishedOn: '2022-04-18',
      source: 'https://notesfromthemarsh.example/2022/04/closed-railway/',
      language: 'en-GB',
      direction: 'ltr',
    },
    [
      'title: A walk along the closed railway',
      'paragraph: The line from Saltby to the Point was closed in …',
      'caption: The platform at Saltby, looking east.',
      'heading: The first three miles',
      'paragraph: Past the allotments the ballast is still there, …',
      'quote: All persons are warned not to trespass upon the …',
      'quote: Sign at the Saltby crossing',
      'listItem: Boots, since the ditch at mile two has no bridge…',
      'listItem: A flask, since the café at the Point opens when …',
      'heading: The Point',
      'paragraph: At the Point the rails are under the shingle. Yo…',
    ],
  ],
  [
    'a wire agency’s report of nothing but divs',
    'wire-agency.html',
    {
      title: 'Two ports halt grain loading after blast at silo',
      byline: 'Pavel Orlik',
      publisher: 'Northwire',
      publishedOn: '2024-02-19',
      source: 'https://www.northwire.example/markets/two-ports-halt-grain-loading-2024-02-19/',
      language: 'en',
      direction: 'ltr',
    },
    [
      'title: Two ports halt grain loading after blast at silo',
      'caption: Workers stand near a damaged silo in the port of…',
      'heading: Summary',
      'listItem: Loading stops at Dresk and Volna',
      'listItem: Three workers hurt, cause unclear',
      'listItem: Wheat futures rise 2.1%',
      'paragraph: DRESK, Feb 19 (Northwire) - Two ports on the nor…',
      'paragraph: Three workers were taken to hospital. The fire s…',
      'paragraph: “We have no reports of anything in the air,” a s…',
      'heading: SECOND STOP THIS MONTH',
      'paragraph: Dresk and Volna together load about 400,000 tons…',
      'paragraph: The most active wheat contract was up 2.1% at 61…',
      'paragraph: Reporting by Pavel Orlik; Additional reporting b…',
    ],
  ],
  [
    'a letter on a platform for letters, with notes and an appeal to subscribe',
    'newsletter-platform.html',
    {
      title: 'The price of a quiet strait',
      byline: 'Edda Thorn',
      publisher: 'Narrow Seas',
      publishedOn: '2024-01-21',
      source: 'https://narrowseas.letters.example/p/the-price-of-a-quiet-strait',
      language: 'en',
      direction: 'ltr',
    },
    [
      'title: The price of a quiet strait',
      'paragraph: What insurers know before ministries do',
      'paragraph: A war premium is a number that somebody has to s…',
      'caption: Premiums for a seven-day transit, as a share of …',
      'paragraph: In the first week of January the premium for the…',
      'heading: Who answered the radio',
      'paragraph: Ships that pass call the coast and are answered …',
      'paragraph: The new voice knew their cargo.',
      'listItem: The call on the 3rd, at 04:10, was answered with…',
      'listItem: The call on the 5th was answered before it was m…',
      'paragraph: None of this proves anything. It is merely what …',
      'paragraph: I worked as one for six years, and was late once…',
    ],
  ],
  [
    'a ministry’s report with contents, a table and notes',
    'institute-report.html',
    {
      title: 'Fuel smuggling on the upper river: Interim report',
      byline: 'Directorate of Inland Trade',
      publisher: 'Office for River Affairs',
      publishedOn: '2021-09-30',
      source: 'https://river.gov.example/publications/fuel-smuggling-interim',
      language: 'en',
      direction: 'ltr',
    },
    [
      'title: Fuel smuggling on the upper river: Interim repor…',
      'paragraph: What four inspections between May and August 202…',
      'heading: 1. Summary',
      'paragraph: 1.1 Between May and August 2021 the Office inspe…',
      'paragraph: 1.2 The Office does not say who owns the fuel. P…',
      'heading: 2. What was found',
      'heading: 2.1 Quantities',
      'caption: Table 1: Fuel found, in thousands of litres',
      'paragraph: Landing place\tLicensed\tFound',
      'paragraph: Upper Kell\t20\t61',
      'paragraph: Kell Bridge\t20\t19',
      'paragraph: Marrow\t0\t44',
      'heading: 2.2 Barges',
      'paragraph: Inspectors counted seven barges. Of these:',
      'listItem: four carried the marks of licensed carriers;',
      'listItem: two had had their marks painted over, one of the…',
      'listItem: one had sunk at its mooring, with its tanks open…',
      'quote: We were told that the barge had always been ther…',
      'quote: Inspector’s note, Marrow, 12 August',
      'heading: 3. What was not',
      'paragraph: 3.1 No place was inspected by night. The Office …',
      'listItem: Quantities were measured by dipping, which is ex…',
      'listItem: It was raised on 2 September; see the annex.',
    ],
  ],
  [
    'an Arabic news site, from right to left',
    'arabic-site.html',
    {
      title: 'جسر قديم يعود إلى الحياة بعد أربعين عاما',
      byline: 'سلمى النهري',
      publisher: 'صحيفة الضفة',
      publishedOn: '2023-03-08',
      source: 'https://aldiffa.example/news/2023/3/8/%D8%AC%D8%B3%D8%B1',
      language: 'ar',
      direction: 'rtl',
    },
    [
      'title: جسر قديم يعود إلى الحياة بعد أربعين عاما',
      'paragraph: سكان الضفتين يعبرون من جديد، والسؤال هو من دفع ث…',
      'caption: الجسر كما بدا صباح الأربعاء (وكالة الضفة)',
      'paragraph: فتح الجسر القديم أمام المارة صباح الأربعاء بعد أ…',
      'paragraph: ولم تقل البلدية من دفع ثمن الحديد. وقال مهندس شا…',
      'heading: ثلاثة عقود في شهر واحد',
      'paragraph: وتظهر وثائق اطلعت عليها الصحيفة أن ثلاثة عقود وق…',
      'quote: عبرت الجسر وأنا طفل، وأعبره اليوم ومعي حفيدي، ول…',
      'paragraph: أما المحافظ فقال للصحفيين إن «كل شيء سيقال في وق…',
    ],
  ],
  [
    'a page of 1999, laid out in tables, in Windows-1252 without saying so',
    'old-tables.html',
    {
      title: 'L’affaire des écluses',
      byline: 'Hélène Marchais',
      publisher: 'Le Courrier du Canal',
      publishedOn: '1999-03-03',
      source: 'old-tables.html',
      language: 'fr',
      direction: 'ltr',
    },
    [
      'paragraph: Rubriques\nRégion\nÉconomie\nMétéo',
      'title: L’affaire des écluses',
      'paragraph: Les écluses du canal étaient fermées depuis huit…',
      'paragraph: C’est un éclusier à la retraite, âgé de 84 ans, …',
      'paragraph: Reste à savoir qui a donné l’ordre de fermer. La…',
      'paragraph: Écluse\tFermée le',
      'paragraph: Saint-Avit\t21 février',
      'paragraph: Le Moulin\t22 février',
      'paragraph: Les péniches, elles, attendent. Il y en avait on…',
    ],
  ],
]
test.each(pages)('%s', async (_what, name, told, lines) => {
  const { text, blocks, ...draft } = await read(name)
  expect(draft).toMatchObject(told)
  const shown = blocks
    .filter(({ kind }) => kind !== 'furniture')
    .map(({ kind, start, end }) => `${kind}: ${begin(text.slice(start, end))}`)
  expect(shown).toEqual(lines)
})

const begin = (words: string) => (words.length > 48 ? `${words.slice(0, 48)}…` : words)
