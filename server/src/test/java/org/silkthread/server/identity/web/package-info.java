@NullMarked
package org.silkthread.server.identity.web;

import org.jspecify.annotations.NullMarked;
