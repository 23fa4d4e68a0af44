declare module 'proxy-from-env' {
  /** The proxy that the environment names for a URL; empty for none. */
  export const getProxyForUrl: (url: string) => string
}
