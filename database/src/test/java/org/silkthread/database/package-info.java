@NullMarked
package org.silkthread.database;

import org.jspecify.annotations.NullMarked;
