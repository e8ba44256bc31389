// The bundler gives a CommonJS package that is imported when it is needed no named exports; a module that names them does.
export {Agent, EnvHttpProxyAgent, request} from 'undici';
