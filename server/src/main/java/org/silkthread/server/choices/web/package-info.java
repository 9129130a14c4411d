/** The pages that lead from a service to up to three providers side by side. */
@NullMarked
package org.silkthread.server.choices.web;

import org.jspecify.annotations.NullMarked;
