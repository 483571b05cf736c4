import { WeldError } from '@weldarray/ir'

/** A setting, given to `configure` or through the environment, that has no meaning. */
export class ConfigError extends WeldError {
  override name = 'ConfigError'
}
