/** The layouts of the files that the directory reads, and what each row of them says. */
@NullMarked
package org.silkthread.server.directory.files;

import org.jspecify.annotations.NullMarked;
