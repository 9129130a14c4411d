package org.silkthread.server.web.component;

/**
 * One option of radios, checkboxes or a select box.
 *
 * @param value what the form sends
 * @param text what people read
 * @param hint help for this option; blank for none
 * @param chosen whether it is chosen when the page opens
 */
public record Choice(String value, String text, String hint, boolean chosen) {

    public Choice {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A choice needs words");
        }
    }

    public static Choice of(String value, String text) {
        return new Choice(value, text, "", false);
    }

    public Choice withHint(String words) {
        return new Choice(value, text, words, chosen);
    }

    public Choice chosenIf(boolean isChosen) {
        return new Choice(value, text, hint, isChosen);
    }
}
