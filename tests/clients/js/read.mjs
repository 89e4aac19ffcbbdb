// node read.mjs PROGRAM FILE FOLDER: what a JavaScript library understood, as JSON.
// FOLDER holds node_modules.  {"version": ..., "items": [...], "errors": [...]}
import fs from 'fs'
import path from 'path'
import { createRequire } from 'module'
import { pathToFileURL } from 'url'

const [, , program, file, folder] = process.argv
const require = createRequire(path.join(path.resolve(folder), 'package.json'))
const version = name => JSON.parse(fs.readFileSync(
  path.join(folder, 'node_modules', name, 'package.json'), 'utf8')).version
const load = name => import(pathToFileURL(require.resolve(name)))
const text = () => fs.readFileSync(file, 'utf8')

const programs = {
  async 'citation-js' () {
    const { Cite } = require('@citation-js/core')
    for (const name of ['bibtex', 'ris', 'enw', 'csl']) require('@citation-js/plugin-' + name)
    const items = file === '-' ? [] : new Cite(text()).data.map(({ _graph, ...item }) => item)
    return { version: version('@citation-js/core'), items, errors: [] }
  },
  async 'biblatex-csl-converter' () {
    const { CSLExporter, parse } = await load('biblatex-csl-converter')
    const found = parse(file === '-' ? '' : text(), { processUnexpected: true, processUnknown: true, async: false })
    const items = Object.entries(new CSLExporter(found.entries).parse())
      .map(([number, item]) => ({ ...item, id: found.entries[number].entry_key }))
    return { version: version('biblatex-csl-converter'), items, errors: [...found.errors, ...found.warnings] }
  },
  async retorquere () {
    const { parse } = await import(pathToFileURL(path.join(
      path.resolve(folder), 'node_modules/@retorquere/bibtex-parser/dist/esm/index.js')))
    const found = parse(file === '-' ? '' : text(), { sentenceCase: false })
    return { version: version('@retorquere/bibtex-parser'), items: found.entries, errors: found.errors }
  },
}
process.stdout.write(JSON.stringify(await programs[program]()))
