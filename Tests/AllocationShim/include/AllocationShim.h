// The shim is preloaded, and nothing calls it.
