/** The PostgreSQL that Silkthread brings along, and the migrations that make its schema. */
@NullMarked
package org.silkthread.database;

import org.jspecify.annotations.NullMarked;
