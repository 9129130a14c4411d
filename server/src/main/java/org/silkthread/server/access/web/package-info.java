/** The policy as it meets requests: which route needs what, and the pages about access. */
@NullMarked
package org.silkthread.server.access.web;

import org.jspecify.annotations.NullMarked;
