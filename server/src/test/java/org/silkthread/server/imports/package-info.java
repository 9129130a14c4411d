@NullMarked
package org.silkthread.server.imports;

import org.jspecify.annotations.NullMarked;
