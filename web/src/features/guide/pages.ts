import { Marked, type RendererObject } from 'marked'

const texts = import.meta.glob<string>('../../../../docs/guide/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const pictures = import.meta.glob<string>('../../../../docs/guide/pictures/*', {
  query: '?url',
  import: 'default',
  eager: true,
})

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '')
const byName = new Map(Object.entries(texts).map(([path, text]) => [nameOf(path), text]))
const contents = byName.get('README') ?? ''

export const addressOf = (name: string) => `/guide/${encodeURIComponent(name)}`

const LINE = /^\| (.+?) \| \[.+?\]\((.+?)\.md\) \|$/gm

/** The pages in the order of the table of contents, with what one wants to do there. */
export const pages = [...contents.matchAll(LINE)].map(([, what, name]) => ({ what: what!, name: name! }))

/** Links to other documents than pages of the guide are read as plain words. */
const renderer: RendererObject = {
  link({ href, text }) {
    if (/^https?:/.test(href)) return `<a href="${href}" target="_blank" rel="noreferrer">${text}</a>`
    const name = decodeURIComponent(nameOf(href))
    return pages.some((page) => page.name === name) ? `<a href="${addressOf(name)}">${text}</a>` : text
  },
  image({ href, text }) {
    return `<img src="${pictures[`../../../../docs/guide/${href}`] ?? href}" alt="${text}" loading="lazy">`
  },
}

const markdown = new Marked({ renderer })

/** A page as HTML without its title; undefined when there is none of this name. */
export function pageOf(name: string) {
  const text = pages.some((page) => page.name === name) ? byName.get(name) : undefined
  if (text === undefined) return undefined
  return markdown.parse(text.replace(/^# .*\n/, ''), { async: false })
}
