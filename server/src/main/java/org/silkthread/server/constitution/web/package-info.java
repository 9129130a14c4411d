/** The pages of rights and pledges. */
@NullMarked
package org.silkthread.server.constitution.web;

import org.jspecify.annotations.NullMarked;
