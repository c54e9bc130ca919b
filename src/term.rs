//! The edge: bytes in, bytes out, and the local terminal.
