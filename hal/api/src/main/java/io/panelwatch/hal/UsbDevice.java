package io.panelwatch.hal;

/**
 * A USB device that somebody expects ({@link WatchList#usbIds}).
 *
 * @param component its {@code idVendor:idProduct}, as in the list
 * @param attached how many of that kind are plugged in
 */
public record UsbDevice(String component, String source, Measured attached) implements Sample {}
