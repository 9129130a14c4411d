/** The directory's pages and its part of the API. */
@NullMarked
package org.silkthread.server.directory.web;

import org.jspecify.annotations.NullMarked;
