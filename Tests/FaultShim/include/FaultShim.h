/// The shim has no interface: it is preloaded into the command and told by its environment what to do.
#ifndef RETENTION_FAULT_SHIM_H
#define RETENTION_FAULT_SHIM_H
#endif
