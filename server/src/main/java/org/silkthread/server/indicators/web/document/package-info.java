/** Figures and definitions in the form in which files and the API hold them: one set of names and numbers for all. */
@NullMarked
package org.silkthread.server.indicators.web.document;

import org.jspecify.annotations.NullMarked;
