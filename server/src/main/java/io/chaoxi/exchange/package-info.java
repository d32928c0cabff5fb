/**
 * Import and export of records as .xlsx and .csv, for every object of the record machine.
 * Owns export_volume and the files of its jobs; offers {@link io.chaoxi.exchange.ExportVolume} to
 * whoever else writes records into files; announces {@link io.chaoxi.exchange.ExportedMuch}; listens to nothing. Knows no object by name: fields, labels, rights and
 * duplicates come from the catalogue.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.chaoxi.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
