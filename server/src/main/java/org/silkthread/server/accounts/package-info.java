/**
 * Quality Accounts: what each provider tells the public once a year about the quality of every service line, drawn from
 * live figures, frozen, signed by a second named person and published together with the comparison.
 */
@NullMarked
package org.silkthread.server.accounts;

import org.jspecify.annotations.NullMarked;
