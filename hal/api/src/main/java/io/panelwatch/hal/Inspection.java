package io.panelwatch.hal;

/**
 * Something that a person must look at from time to time, because no sensor sees it.
 *
 * @param component what: {@code fans}, {@code display-cable}
 * @param overdueDays since it should have been looked at; negative while there is time; not known
 *     while neither clock nor running hours tell
 */
public record Inspection(String component, String source, Measured overdueDays) implements Sample {}
