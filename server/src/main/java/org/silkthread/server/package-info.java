/** The application. Each package below is a room; its root is the face that other rooms may use. */
@NullMarked
package org.silkthread.server;

import org.jspecify.annotations.NullMarked;
