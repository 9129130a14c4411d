/** The steps of every publication as rows that are only ever added. */
@NullMarked
package org.silkthread.server.publication.store;

import org.jspecify.annotations.NullMarked;
