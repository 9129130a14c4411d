/** Published risk scores for cardiovascular disease, each carried with the words that its publisher asks for. */
@NullMarked
package org.silkthread.methods.risk;

import org.jspecify.annotations.NullMarked;
