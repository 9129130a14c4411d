/** How people, records and relationships are kept in the database. */
@NullMarked
package org.silkthread.server.persons.store;

import org.jspecify.annotations.NullMarked;
