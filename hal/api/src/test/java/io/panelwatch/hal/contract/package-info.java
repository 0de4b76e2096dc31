/** What every binding of a port must do; extended by the tests of each binding. */
package io.panelwatch.hal.contract;
