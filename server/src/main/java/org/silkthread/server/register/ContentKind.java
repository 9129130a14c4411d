package org.silkthread.server.register;

import java.util.regex.Pattern;

/**
 * A register: what it is called and what its entries are made of. A kind that is a bean is loaded from the folder
 * {@code content/<name>/} before anybody gets the {@link Register}. Declare it in a static bean method, so that the bean
 * needs nothing that needs the register.
 *
 * @param name the folder's name, such as {@code statutory-dates}
 * @param type the record that a file's entries are read into. Every component must be in the file unless it is an
 *     {@link java.util.Optional}; a field that is no component is an error.
 */
public record ContentKind<T extends Record & Content>(String name, Class<T> type) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    public ContentKind {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A kind is named in lower case with hyphens, not '" + name + "'");
        }
    }
}
