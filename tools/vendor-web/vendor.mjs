// Cuts the NHS design system down to what Silkthread's pages use and writes it into the server.
// Running it again gives the same files: versions are fixed by package-lock.json.

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from 'sass'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..')
const source = join(here, 'node_modules', 'nhsuk-frontend')
const assets = join(root, 'server', 'src', 'main', 'resources', 'static', 'assets', 'nhsuk')
const fixtures = join(root, 'server', 'src', 'test', 'resources', 'nhsuk')

const version = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')).version
const notice = `nhsuk-frontend ${version}, MIT licence, see LICENCE.txt beside this file`

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function styles() {
  const { css } = compile(join(here, 'nhsuk.scss'), {
    loadPaths: [join(here, 'node_modules')],
    style: 'compressed'
  })
  const forbidden = css.match(/@font-face|frutiger|nhs-logo|https?:\/\/(?!www\.w3\.org)/i)
  if (forbidden) {
    throw new Error(`The style sheet still holds '${forbidden[0]}', which we may not ship`)
  }
  write(join(assets, 'nhsuk.css'), `/* ${notice} */\n${css}\n`)
  return new Set(Array.from(css.matchAll(/url\("?images\/([^")]+)"?\)/g), (found) => found[1]))
}

function images(names) {
  mkdirSync(join(assets, 'images'), { recursive: true })
  for (const name of names) {
    copyFileSync(join(source, 'dist/nhsuk/assets/images', name), join(assets, 'images', name))
  }
}

function script() {
  const code = readFileSync(join(source, 'dist/nhsuk/nhsuk-frontend.min.js'), 'utf8')
  write(join(assets, 'nhsuk.js'), `/* ${notice} */\n${code.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '')}\n`)
}

/** The expected HTML of the fixtures that our component tests compare with, and no others. */
function fixtureExcerpt() {
  const wanted = JSON.parse(readFileSync(join(here, 'fixtures.json'), 'utf8'))
  const excerpt = {}
  for (const [component, names] of Object.entries(wanted)) {
    const path = join(source, 'dist/nhsuk/components', component, 'fixtures.json')
    const all = JSON.parse(readFileSync(path, 'utf8')).fixtures
    for (const name of names) {
      const found = all.find((fixture) => fixture.name === name)
      if (!found) {
        throw new Error(`nhsuk-frontend ${version} has no fixture '${name}' for ${component}`)
      }
      excerpt[`${component}: ${name}`] = found.html
    }
  }
  write(join(fixtures, 'fixtures.json'), `${JSON.stringify({ notice, fixtures: excerpt }, null, 1)}\n`)
}

function licence() {
  const text = readFileSync(join(here, 'LICENCE-nhsuk-frontend.txt'), 'utf8')
  write(join(assets, 'LICENCE.txt'), text)
  write(join(fixtures, 'LICENCE.txt'), text)
}

images(styles())
script()
fixtureExcerpt()
licence()
console.log(`Vendored nhsuk-frontend ${version}`)
