/**
 * How the command line reaches the running daemon: a Unix-domain socket, {@code control.sock} in
 * the run folder.
 *
 * <p>One exchange per connection. The request is one line of JSON, at most {@value
 * io.panelwatch.agent.control.ControlProtocol#MAX_LINE_BYTES} bytes; the answer is one line of JSON
 * and, if that says so, as many bytes as its {@code length}:
 *
 * <pre>
 * {"verb":"status"}              {"length":57}                          then 57 bytes of JSON
 * {"verb":"faults","all":true}   {"length":4711}                        then an array of faults
 * {"verb":"act","action":"acknowledge","id":"..."}   {"length":40}     then what became of it
 * {"verb":"snapshot"}            {"length":2048}                        then a PNG file
 * {"verb":"panel"}               {"length":7}                           then the profile's name
 * {"verb":"panel-test","step":"edges"}   {"length":0}                   without step: ends the test
 * {"verb":"reboot"}              {"error":"...","unavailable":false}
 * </pre>
 *
 * <p>Who may ask: the socket's folder and mode are the first gate, the kernel's word for the peer
 * (SO_PEERCRED, unix(7)) the second: the daemon's own user, root, or a member of the socket's
 * group. The kernel's word has the primary group only; whose supplementary group it is stands in
 * {@code /etc/group}. The price: a member whom only a directory service knows starts the client
 * through {@code sg}.
 */
@NullMarked
package io.panelwatch.agent.control;

import org.jspecify.annotations.NullMarked;
