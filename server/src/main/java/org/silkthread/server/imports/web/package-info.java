/** The interface by which programs send files. */
@NullMarked
package org.silkthread.server.imports.web;

import org.jspecify.annotations.NullMarked;
