/** Specifications of the filters that every request passes. */
@NullMarked
package org.silkthread.server.requests.web;

import org.jspecify.annotations.NullMarked;
