/** The pages of a person's own record, of carers, of care teams and of the privacy officer. */
@NullMarked
package org.silkthread.server.persons.web;

import org.jspecify.annotations.NullMarked;
