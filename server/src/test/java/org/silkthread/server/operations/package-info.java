@NullMarked
package org.silkthread.server.operations;

import org.jspecify.annotations.NullMarked;
