// node citeproc_js.js REFS.json STYLE.csl LOCALES bib|cite OUT.html: what
// benchmarks/csl_one.py does, with citeproc-js.
'use strict';
const fs = require('fs');
const CSL = require(process.env.CITEPROC_JS || 'citeproc');
CSL.debug = () => {};
const [refs, style, locales, mode, out] = process.argv.slice(2);
const items = new Map(JSON.parse(fs.readFileSync(refs, 'utf8')).map(item => [item.id, item]));
const engine = new CSL.Engine({
  retrieveItem: id => items.get(id),
  retrieveLocale: tag => {
    const file = `${locales}/locales-${tag}.xml`;
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : false;
  },
}, fs.readFileSync(style, 'utf8'));
const ids = [...items.keys()];
let lines = [];
if (mode === 'cite') {
  const citations = ids.map(id => ({
    citationID: id, citationItems: [{id}], properties: {noteIndex: 0},
  }));
  lines = engine.rebuildProcessorState(citations, 'html').map(row => row[2]);
} else {
  engine.updateItems(ids);
}
fs.writeFileSync(out, lines.concat(engine.makeBibliography()[1]).join('\n'));
