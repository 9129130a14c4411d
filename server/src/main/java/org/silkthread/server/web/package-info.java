/** Page frame, NHS design-system components and charts that every room draws with. */
@NullMarked
package org.silkthread.server.web;

import org.jspecify.annotations.NullMarked;
