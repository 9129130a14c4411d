/** Build time only: writes the typed description of the schema that the server's queries compile against. */
@NullMarked
package org.silkthread.database.codegen;

import org.jspecify.annotations.NullMarked;
