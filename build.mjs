// Bundles what the browser needs into static/dist: hashed names, a manifest, an icon sprite, .gz and .br beside each text.
//   node build.mjs           once, small
//   node build.mjs --watch   again whenever a stylesheet, a script or a template changes

import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs"
import { basename, extname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { brotliCompressSync, constants, gzipSync } from "node:zlib"
import * as esbuild from "esbuild"
import subsetFont from "subset-font"
import { pictures } from "./icons.mjs"

const root = fileURLToPath(new URL(".", import.meta.url))
const dist = join(root, "static/dist")
const watching = process.argv.includes("--watch")

/** The manifest is written last and what is no longer named goes after it, so that a page served meanwhile finds its files. */
async function build() {
  mkdirSync(dist, { recursive: true })
  const manifest = {
    ...(await bundle()),
    ...images(),
    ...(await printed()),
    ...(await scripts()),
    "icons.svg": write("icons.svg", await sprite()),
  }
  manifest["sw.js"] = await worker(manifest)
  if (!watching) Object.values(manifest).filter(isText).forEach(compress)
  writeFileSync(join(dist, "manifest.json"), `${JSON.stringify(sorted(manifest), null, 2)}\n`)
  prune(new Set(Object.values(manifest)))
  console.log(`static/dist: ${Object.keys(manifest).length} files`)
}

/** Stylesheet, script, its lazily loaded parts and the fonts, as logical name -> hashed file. */
async function bundle() {
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ["static/css/app.css", "static/js/app.js", "static/js/first.js"],
    outdir: "static/dist",
    bundle: true,
    splitting: true,
    minify: !watching,
    metafile: true,
    format: "esm",
    target: ["chrome123", "firefox128", "safari17.5"],
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file" },
    plugins: [faces],
    alias: {
      "htmx.org": join(root, "node_modules/htmx.org/dist/htmx.esm.js"),
      "socket.io-client": join(root, "node_modules/socket.io-client/dist/socket.io.esm.min.js"),
    },
    legalComments: "none",
    logLevel: "warning",
  })
  return Object.fromEntries(
    Object.entries(metafile.outputs).map(([file, { entryPoint, inputs }]) => {
      const source = entryPoint ?? (Object.keys(inputs).length === 1 ? Object.keys(inputs)[0] : file)
      return [basename(source), relative("static/dist", file)]
    }),
  )
}

/** Of Fraunces, what its rules in fonts.css ask for: the weights that are set, in one optical size. Less than half the bytes. */
const SET = { wght: { min: 340, max: 600 }, opsz: 48 }
const drawn = new Map()
const faces = {
  name: "faces",
  setup: ({ onLoad }) =>
    onLoad({ filter: /fraunces-[^/]*\.woff2$/ }, async ({ path }) => {
      if (!drawn.has(path)) drawn.set(path, await lean(readFileSync(path)))
      return { contents: drawn.get(path), loader: "file" }
    }),
}

function lean(font) {
  return subsetFont(font, undefined, { targetFormat: "woff2", keepAllGlyphs: true, variationAxes: SET })
}

/** What PDFs are set in: Kaya's own faces, each weight as a file of its own, and DejaVu for letters that they lack. */
const PRINTED = {
  "figtree-print.ttf": ["figtree/files/figtree-latin-wght-normal.woff2", { wght: 400 }],
  "figtree-print-more.ttf": ["figtree/files/figtree-latin-ext-wght-normal.woff2", { wght: 400 }],
  "figtree-print-bold.ttf": ["figtree/files/figtree-latin-wght-normal.woff2", { wght: 600 }],
  "figtree-print-bold-more.ttf": ["figtree/files/figtree-latin-ext-wght-normal.woff2", { wght: 600 }],
  "figtree-print-italic.ttf": ["figtree/files/figtree-latin-wght-italic.woff2", { wght: 400 }],
  "figtree-print-italic-more.ttf": ["figtree/files/figtree-latin-ext-wght-italic.woff2", { wght: 400 }],
  "figtree-print-bold-italic.ttf": ["figtree/files/figtree-latin-wght-italic.woff2", { wght: 600 }],
  "figtree-print-bold-italic-more.ttf": ["figtree/files/figtree-latin-ext-wght-italic.woff2", { wght: 600 }],
  "fraunces-print.ttf": ["fraunces/files/fraunces-latin-opsz-normal.woff2", { wght: 400, opsz: 48 }],
  "fraunces-print-more.ttf": ["fraunces/files/fraunces-latin-ext-opsz-normal.woff2", { wght: 400, opsz: 48 }],
}
const WIDE = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf", "DejaVuSans-BoldOblique.ttf"]

async function printed() {
  const faces = join(root, "node_modules/@fontsource-variable")
  const wide = join(root, "node_modules/dejavu-fonts-ttf/ttf")
  const files = WIDE.map((name) => [name, write(name, readFileSync(join(wide, name)))])
  for (const [name, [file, variationAxes]] of Object.entries(PRINTED)) {
    const how = { targetFormat: "truetype", keepAllGlyphs: true, variationAxes }
    if (!drawn.has(name)) drawn.set(name, await subsetFont(readFileSync(join(faces, file)), undefined, how))
    files.push([name, write(name, drawn.get(name))])
  }
  return Object.fromEntries(files)
}

/** Of other scripts Noto Sans, of emoji their outlines, in the slices that Fontsource cuts them into: a book takes those
 *  whose letters stand in it. */
const NOTO = /^noto-(sans-|emoji)/
const OTHERS = /^(latin|cyrillic|greek|vietnamese)/

async function scripts() {
  const faces = join(root, "node_modules/@fontsource-variable")
  const files = {}
  const letters = {}
  for (const face of readdirSync(faces).filter((name) => NOTO.test(name))) {
    const ranges = JSON.parse(readFileSync(join(faces, face, "unicode.json"), "utf8"))
    for (const [slice, range] of Object.entries(ranges).filter(([slice]) => !OTHERS.test(slice))) {
      const named = slice.replace(/[[\]]/g, "")
      const name = `${face}-${named}.ttf`
      files[name] = await onceDrawn(name, join(faces, face, "files", `${face}-${named}-wght-normal.woff2`))
      letters[name] = range
    }
  }
  return { ...files, "print-letters.json": write("print-letters.json", JSON.stringify(letters)) }
}

/** Named after what it is drawn from, so that it is drawn once: there are hundreds. */
async function onceDrawn(name, source) {
  const woff2 = readFileSync(source)
  const file = hashed(name, woff2)
  if (!existsSync(join(dist, file))) {
    const how = { targetFormat: "truetype", keepAllGlyphs: true, variationAxes: { wght: 400 } }
    writeFileSync(join(dist, file), await subsetFont(woff2, undefined, how))
  }
  return file
}

/** The pictures in static/img and the icons drawn from the door, under hashed names. */
function images() {
  const files = readdirSync(join(root, "static/img")).map((name) => [
    name,
    readFileSync(join(root, "static/img", name)),
  ])
  return Object.fromEntries([...files, ...pictures()].map(([name, content]) => [name, write(name, content)]))
}

/** The service worker, which knows what to keep on the device: everything that a page may need without a network. */
async function worker(manifest) {
  const kept = Object.values(manifest).filter((name) => /\.(js|css|svg)$|-latin-(wght|opsz)-/.test(name))
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ["static/js/sw.js"],
    bundle: true,
    write: false,
    minify: !watching,
    format: "iife",
    target: ["chrome123", "firefox128", "safari17.5"],
    define: { KEPT: JSON.stringify(kept.map((name) => `/static/dist/${name}`)) },
    legalComments: "none",
    logLevel: "warning",
  })
  return write("sw.js", outputFiles[0].contents)
}

/** One <symbol> for each Lucide icon that a template or a module names. */
async function sprite() {
  const symbols = await Promise.all(
    namedIcons().map(async ([name, file]) => {
      const { default: nodes } = await import(`./node_modules/lucide/dist/esm/icons/${name}.mjs`).catch(() => {
        throw new Error(`${file} names the icon "${name}", which Lucide does not have`)
      })
      const shapes = nodes.map(
        ([tag, attributes]) =>
          `<${tag}${Object.entries(attributes)
            .map(([k, v]) => ` ${k}="${v}"`)
            .join("")}/>`,
      )
      return `<symbol id="icon-${name}" viewBox="0 0 24 24">${shapes.join("")}</symbol>`
    }),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`
}

/** Where a name stands: icon("search"), icon="search", "icon": "search", picture="search", place("member", …, "search", …). */
const NAMES = [
  /\bicon(?:\(|=|["']?:)\s*["']([a-z][a-z0-9-]*)["']/g,
  /\bpicture=["']([a-z][a-z0-9-]*)["']/g,
  /\bplace\(\s*["']\w+["'],\s*\w+\(["'][^"']*["']\),\s*["']([a-z][a-z0-9-]*)["']/g,
]

function namedIcons() {
  const names = new Map()
  for (const folder of ["templates", "kaya", "static/js"]) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(html|py|js)$/.test(entry.name)) continue
      const file = join(entry.parentPath, entry.name)
      const text = readFileSync(file, "utf8")
      for (const [, name] of NAMES.flatMap((pattern) => [...text.matchAll(pattern)]))
        names.set(name, relative(root, file))
    }
  }
  return [...names].sort()
}

function write(name, content) {
  const file = hashed(name, content)
  writeFileSync(join(dist, file), content)
  return file
}

function hashed(name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8).toUpperCase()
  return `${basename(name, extname(name))}-${hash}${extname(name)}`
}

function compress(name) {
  const content = readFileSync(join(dist, name))
  writeFileSync(join(dist, `${name}.gz`), gzipSync(content, { level: 9 }))
  writeFileSync(
    join(dist, `${name}.br`),
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  )
}

function prune(named) {
  for (const name of readdirSync(dist)) {
    if (!name.startsWith(".") && name !== "manifest.json" && !named.has(name.replace(/\.(gz|br)$/, "")))
      rmSync(join(dist, name))
  }
}

const isText = (name) => /\.(css|js|svg)$/.test(name)
const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)))

await build()
if (watching) {
  let pending
  for (const folder of ["static/css", "static/js", "static/img", "templates", "kaya"]) {
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(pending)
      pending = setTimeout(() => build().catch((error) => console.error(error.message)), 120)
    })
  }
}
