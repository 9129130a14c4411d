/** The file that a backup is: a compressed tar, encrypted where a passphrase is given. */
@NullMarked
@NamedInterface("archive")
package org.silkthread.server.operations.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
