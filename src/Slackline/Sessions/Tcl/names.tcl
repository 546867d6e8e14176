# Names that differ between versions of the tool: options, path groups, a command. Users write the names that they know, and the tool is
# given the names that it knows. The renaming happens where the tool reads a command's words, so that only words are renamed, never text
# that looks like one.
#
#   ::slackline::names::prepare GROUPS   once: path groups, each a list of its names in all versions
#   ::slackline::names::begin, finish    around an evaluation
#   ::slackline::names::explain MESSAGE  an error of the tool, with what this version knows instead
#
# The right name is looked up in the tool at that moment: the options that the command takes (the lists that it hands to parse_key_args),
# those that it declares (cmd_args: it warns of an option that it takes and does not declare, as deprecated), and the existing groups.

namespace eval ::slackline::names {
  # Commands that some versions do not have, and their equivalents there.
  variable commands {report_cell report_instance}
  # The names of one option of reporting commands, the newest first.
  variable options {
    {-group_path_count -group_count}
    {-endpoint_path_count -endpoint_count}
    {-scenes -scene -corner}
    {-clocks -clock}
    {-violators -all_violators}
    {-max_slew -max_transition}
    {-min_slew -min_transition}
    {-max_lines -max_line}
    {-report_annotated -list_annotated}
    {-report_unannotated -list_not_annotated}
    {-digits -significant_digits}
  }
  # Flags for what some versions do without them: they are dropped where the command does not declare them, or warns of them.
  variable always {
    report_net {-connections -verbose -hier_pins}
    report_instance {-connections -verbose}
    report_tns {-max}
    report_wns {-max}
    report_worst_slack {-max}
  }
  variable groups ""
  # The command whose words were read last, and those of them that look like options but are not.
  variable command ""
  variable unknown ""
  # Not while a command is called again with words that have been translated.
  variable is_translating 1

  proc prepare { names_of_groups } {
    variable groups $names_of_groups
    variable commands
    foreach { name same } $commands {
      if { ![llength [info commands ::$name]] && [llength [info commands ::$same]] } {
        interp alias {} ::$name {} ::$same
      }
    }
  }

  proc begin {} {
    variable command ""
    variable unknown ""
    variable is_translating 1
    if { [llength [info procs ::sta::parse_key_args]] } {
      rename ::sta::parse_key_args ::sta::slackline_parse_key_args
      # The tool looks through the calls that it is in for a place in a file, and takes each for a list: nothing is expanded here.
      proc ::sta::parse_key_args { cmd arg_var key_var keys {flag_var ""} {flags {}} {unknown_key_is_error 1} } {
        upvar 1 $arg_var words
        if { $::slackline::names::is_translating && [string match "*-*" $words] } {
          set words [::slackline::names::translated $cmd $words $keys $flags]
        }
        uplevel 1 [list ::sta::slackline_parse_key_args $cmd $arg_var $key_var $keys $flag_var $flags $unknown_key_is_error]
      }
    }
  }

  proc finish {} {
    if { [llength [info procs ::sta::slackline_parse_key_args]] } {
      rename ::sta::parse_key_args ""
      rename ::sta::slackline_parse_key_args ::sta::parse_key_args
    }
  }

  # The words of a reporting command as this version knows them. A command reads its words in several passes, each of which knows some of
  # them.
  proc translated { cmd words keys flags } {
    variable command
    if { ![is_reporting $cmd] } {
      return $words
    }
    variable unknown ""
    set command $cmd
    set translated ""
    for { set i 0 } { $i < [llength $words] } { incr i } {
      set word [lindex $words $i]
      if { ![sta::is_keyword_arg $word] } {
        lappend translated $word
        continue
      }
      set known [known_name $word $keys $flags]
      if { [is_always_so $word] } {
        continue
      }
      if { $known eq "" || ![is_declared $known] } {
        set name [name_here $word $known $keys $flags]
        if { $name ne "" } {
          set word $name
          set known $name
        }
      }
      lappend translated $word
      if { $known eq "" && (![is_declared $word] || [usage] eq "") } {
        lappend unknown $word
      }
      if { $known in $keys && [incr i] < [llength $words] } {
        set value [lindex $words $i]
        if { $known eq "-path_group" } {
          set value [groups_here $value]
        } elseif { $known eq "-fields" } {
          warn_of_unknown_fields $value
        }
        lappend translated $value
      }
    }
    return $translated
  }

  proc is_reporting { cmd } {
    return [expr { [string match "report_*" $cmd] || [string match "worst_*" $cmd] || $cmd in {find_timing_paths total_negative_slack} }]
  }

  # The option that the tool reads a word as; empty for an unknown option. As in the tool's parse_key_args.
  proc known_name { word keys flags } {
    foreach how {-exact -glob} pattern [list $word $word*] {
      foreach names [list $keys $flags] {
        set place [lsearch $how $names $pattern]
        if { $place >= 0 } {
          return [lindex $names $place]
        }
      }
    }
    return ""
  }

  # Whether the command declares the option. A command that declares nothing is hidden, and accepts all its options.
  proc is_declared { name } {
    return [expr { [usage] eq "" || [regexp -- "$name\(?!\[a-z_\])" [usage]] }]
  }

  proc usage {} {
    variable command
    return [expr { [info exists ::sta::cmd_args($command)] ? $::sta::cmd_args($command) : "" }]
  }

  proc is_always_so { word } {
    variable always
    variable command
    if { ![dict exists $always $command] || $word ni [dict get $always $command] } {
      return 0
    }
    return [expr { ![is_declared $word] || [string match "*$command $word is deprecated*" [info body ::sta::$command]] }]
  }

  # The name that the command has here for the option that other versions call WORD, and that the tool reads as KNOWN. A word that it does
  # not know may be short for one option. Empty if there is no such option.
  proc name_here { word known keys flags } {
    variable options
    set meant ""
    foreach names $options {
      if { $word in $names || $known in $names } {
        set meant [list $names]
        break
      }
      if { $known eq "" && [lsearch -glob $names $word*] >= 0 } {
        lappend meant $names
      }
    }
    if { [llength $meant] == 1 } {
      set taken ""
      foreach name [lindex $meant 0] {
        if { $name in $keys || $name in $flags } {
          lappend taken $name
        }
      }
      foreach name $taken {
        if { [is_declared $name] } {
          return $name
        }
      }
      return [lindex $taken 0]
    }
    return ""
  }

  # A list of path groups. A group's name as it is printed may have spaces and be meant whole.
  proc groups_here { value } {
    variable groups
    if { [catch { llength $value }] } {
      return $value
    }
    if { [group_here $value] ne $value || ([llength $value] > 1 && [sta::is_path_group_name $value]) } {
      return [list [group_here $value]]
    }
    set here ""
    foreach name $value {
      lappend here [group_here $name]
    }
    return [expr { $here eq $value ? $value : $here }]
  }

  proc group_here { name } {
    variable groups
    if { ![sta::is_path_group_name $name] } {
      foreach names $groups {
        if { $name in $names } {
          foreach other $names {
            if { [sta::is_path_group_name $other] } {
              return $other
            }
          }
        }
      }
    }
    return $name
  }

  # Versions that do not mind a field that they do not have would leave out its column without a word.
  proc warn_of_unknown_fields { fields } {
    set here [words_of -fields]
    if { $here eq "" || [string match "*unknown field*" [info body ::sta::parse_report_path_options]] } {
      return
    }
    foreach field $fields {
      set is_here 0
      foreach name [concat $here transition_time] {
        if { [string match "[string range $name 0 2]*" $field] } {
          set is_here 1
        }
      }
      if { !$is_here } {
        puts "Warning: unknown field $field. [tool] has the fields [join $here {, }]."
      }
    }
  }

  # The words that an option's value may be, from the command's declaration: -format full|end.
  proc words_of { option } {
    if { [regexp -- "$option\\s+\\\[?(\[a-z_|\]+)" [usage] all words] } {
      return [split $words |]
    }
    return ""
  }

  proc tool {} {
    return [expr { [catch { sta::version } version] ? "this version of the tool" : "OpenSTA $version" }]
  }

  proc explain { message } {
    variable command
    variable unknown
    if { $unknown ne "" && ([string match "* not a known keyword or flag*" $message]
        || [string match "*positional arguments not supported*" $message]) } {
      set known [lsort -unique [regexp -all -inline -- {-[a-z][a-z_]*} [usage]]]
      if { [llength $known] } {
        return "[string trimright $message .]. There is no [lindex $unknown 0] in [tool]; $command has [join $known {, }]."
      }
    } elseif { [regexp -- {-format (\S+) not recognized} $message] && [words_of -format] ne "" } {
      return "[string trimright $message .]. [tool] has the formats [join [words_of -format] {, }]."
    }
    return $message
  }
}
