// Measures, libraries as ELM and value sets, put together as the bundles that fqm-execution takes.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');

function readLines(file) {
  const bytes = fs.readFileSync(file);
  const text = file.endsWith('.gz') ? zlib.gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
  return text.split('\n').filter(line => line.length > 0);
}

function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/**
 * The translator gives one code where a list is wanted (retrieves of cancelled observations by a direct code), and the
 * engine then asks for a value set that there is not: we write the list of one that is meant.
 */
function listedCodes(node) {
  if (node === null || typeof node !== 'object') return node;
  if (node.type === 'Retrieve' && node.codes?.type === 'CodeRef') {
    node.codes = { type: 'ToList', operand: node.codes };
  }
  Object.values(node).forEach(listedCodes);
  return node;
}

/** The library and all that it includes, each once, by the names in the ELM. */
function withIncludes(name, elmFolder, found = new Map()) {
  if (found.has(name)) return found;
  const elm = listedCodes(readJson(path.join(elmFolder, name + '.json')));
  found.set(name, elm);
  for (const include of elm.library.includes?.def ?? []) {
    withIncludes(include.path.split('/').pop(), elmFolder, found);
  }
  return found;
}

function libraryResource(name, elm) {
  return {
    resourceType: 'Library',
    id: name,
    url: 'https://madie.cms.gov/Library/' + name,
    version: elm.library.identifier.version,
    name,
    status: 'active',
    type: { coding: [{ code: 'logic-library' }] },
    content: [{ contentType: 'application/elm+json', data: Buffer.from(JSON.stringify(elm)).toString('base64') }]
  };
}

/** Every measure of the folder as a bundle; the measure's library is found by the last part of its address. */
function measureBundles(contentFolder, elmFolder) {
  const valueSets = new Map();
  for (const line of readLines(path.join(contentFolder, 'valuesets.ndjson.gz'))) {
    const valueSet = JSON.parse(line);
    valueSets.set(valueSet.url, valueSet);
  }
  const bundles = new Map();
  const missing = new Set();
  for (const file of fs.readdirSync(path.join(contentFolder, 'measures')).sort()) {
    const measure = readJson(path.join(contentFolder, 'measures', file));
    const root = measure.library[0].split('|')[0];
    const libraries = withIncludes(root.split('/').pop(), elmFolder);
    const resources = [measure];
    const wanted = new Set();
    for (const [name, elm] of libraries) {
      const library = libraryResource(name, elm);
      if (name === root.split('/').pop()) library.url = measure.library[0];
      resources.push(library);
      for (const def of elm.library.valueSets?.def ?? []) wanted.add(def.id.split('|')[0]);
    }
    for (const url of wanted) {
      if (valueSets.has(url)) {
        resources.push(valueSets.get(url));
      } else {
        missing.add(url);
        resources.push({ resourceType: 'ValueSet', url, status: 'active', expansion: { contains: [] } });
      }
    }
    bundles.set(measure.id, { resourceType: 'Bundle', type: 'collection', entry: resources.map(resource => ({ resource })) });
  }
  return { bundles, missing: [...missing] };
}

module.exports = { readLines, readJson, measureBundles };
