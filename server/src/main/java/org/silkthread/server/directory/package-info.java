/** Organisations, their names, places in the hierarchy, successors and services, each as it was on a date. */
@NullMarked
package org.silkthread.server.directory;

import org.jspecify.annotations.NullMarked;
