@NullMarked
package org.silkthread.cli;

import org.jspecify.annotations.NullMarked;
