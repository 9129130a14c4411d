@NullMarked
package org.silkthread.server.audit;

import org.jspecify.annotations.NullMarked;
