#!/usr/bin/env bash
# OpenSTA 2.0.17: asking for one field more empties another column of the same row.
#
# With -fields capacitance, the load that a driver sees stands in the row of the driver's pin. With -fields {capacitance net} the same number stands in the row of the net below it,
# and the pin's row is blank. The number of loads (fanout) is no field of its own there: it comes with "net", and in the net's row, too. So a script that reads cap and fanout from
# pins' rows, and is right for one set of fields, says of another report of the same paths that no pin drives anything. Later versions print both beside the pin.
#
# Seen with OpenSTA 2.0.17 (Debian package opensta 0~20191111gitc018cb2+dfsg-1). With 3.1.0, built from its sources of August 2026, both stand in the pin's row.
# Exits 0 while the tool behaves so, 1 when it does not any more.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
package=0~20191111gitc018cb2+dfsg-1
echo "package: opensta $package"
chmod 755 "$folder"
apt-get download "opensta=$package" > /dev/null 2>&1
dpkg-deb -x opensta_*.deb .
sta=$folder/usr/bin/sta

cat > cells.lib <<'LIB'
library (cells) {
  delay_model : table_lookup; time_unit : "1ns"; voltage_unit : "1V"; current_unit : "1mA"; pulling_resistance_unit : "1kohm"; capacitive_load_unit (1, pf);
  input_threshold_pct_rise : 50; input_threshold_pct_fall : 50; output_threshold_pct_rise : 50; output_threshold_pct_fall : 50;
  slew_lower_threshold_pct_rise : 20; slew_lower_threshold_pct_fall : 20; slew_upper_threshold_pct_rise : 80; slew_upper_threshold_pct_fall : 80;
  nom_process : 1; nom_temperature : 25; nom_voltage : 1;
  cell (FF) {
    ff (IQ, IQN) { clocked_on : "CK"; next_state : "D"; }
    pin (D) { direction : input; capacitance : 0.25;
      timing () { related_pin : "CK"; timing_type : setup_rising; rise_constraint (scalar) { values ("0.02"); } fall_constraint (scalar) { values ("0.02"); } } }
    pin (CK) { direction : input; clock : true; capacitance : 0.001; }
    pin (Q) { direction : output; function : "IQ";
      timing () { related_pin : "CK"; timing_type : rising_edge; cell_rise (scalar) { values ("0.20"); } cell_fall (scalar) { values ("0.20"); }
        rise_transition (scalar) { values ("0.05"); } fall_transition (scalar) { values ("0.05"); } } }
  }
}
LIB
cat > design.v <<'NETLIST'
module top (input clk, input a);
  wire q1;
  FF r1 (.D(a), .CK(clk), .Q(q1));
  FF r2 (.D(q1), .CK(clk));
  FF r3 (.D(q1), .CK(clk));
endmodule
NETLIST
cat > run.tcl <<'TCL'
read_liberty cells.lib
read_verilog design.v
link_design top
create_clock -name clk -period 1 clk
report_checks -from r1/CK -fields capacitance > pin.rpt
report_checks -from r1/CK -fields {capacitance net} > net.rpt
TCL
"$sta" -no_splash -no_init -exit run.tcl
echo "-fields capacitance:"; grep -E 'r1/Q|\(net\)' pin.rpt
echo "-fields {capacitance net}:"; grep -E 'r1/Q|\(net\)' net.rpt
grep -qE '^ +0\.50 .*r1/Q' pin.rpt && ! grep -qE '0\.50.*r1/Q' net.rpt && grep -qE '^ +2 +0\.50 +q1 \(net\)' net.rpt \
  && echo "as described: the load of 0.50 is the pin's in the first report, and the net's, with the number of loads, in the second"
