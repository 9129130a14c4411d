/** How patients say their care was: screens to tap on, short forms by link, and what the answers come to. */
@NullMarked
package org.silkthread.server.satisfaction;

import org.jspecify.annotations.NullMarked;
