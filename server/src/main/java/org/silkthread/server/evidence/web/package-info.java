/** The pages of standards and evidence. */
@NullMarked
package org.silkthread.server.evidence.web;

import org.jspecify.annotations.NullMarked;
