package org.silkthread.server.directory;

/**
 * An organisation met in a publication and not in any register that has been loaded.
 *
 * @param code its code
 * @param name the name that the publication gives; blank when it gives none
 * @param parent the code of what it lies in, such as a region, or {@link Organisation#ENGLAND}
 * @param source the publication
 */
public record Provisional(String code, String name, String parent, String source) {

    /** An organisation of which no more is known than that it lies in England. */
    public static Provisional inEngland(String code, String name, String source) {
        return new Provisional(code, name, Organisation.ENGLAND, source);
    }
}
