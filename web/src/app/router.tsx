import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { features } from './features'
import { Broken } from './Broken'
import { NoSuchPage } from './NoSuchPage'
import { Shell } from './shell/Shell'
import { Fetching } from './Waiting'

const root = createRootRoute({ component: Shell, notFoundComponent: NoSuchPage })

const pages = features.flatMap((feature) =>
  feature.routes.map(({ path, page }) =>
    createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(page) }),
  ),
)

/** The address that the server prints at its first start; once the firm stands, it leads home. */
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  beforeLoad: () => {
    throw redirect({ to: '/' })
  },
})

/** Where the provider of single sign-on sends back to; whoever is in already wants nothing there. */
const answered = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/answer',
  beforeLoad: () => {
    throw redirect({ to: '/' })
  },
})

/** The address bar holds plain text, so that it can be read and sent to a colleague. */
export const router = createRouter({
  routeTree: root.addChildren([...pages, setUp, answered]),
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const set = Object.entries(search).filter(([, value]) => value !== undefined && value !== null)
    const text = new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString()
    return text ? `?${text}` : ''
  },
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: Broken,
  defaultPendingComponent: Fetching,
})
