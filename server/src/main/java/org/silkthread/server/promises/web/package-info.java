/** The pages of promises. */
@NullMarked
package org.silkthread.server.promises.web;

import org.jspecify.annotations.NullMarked;
